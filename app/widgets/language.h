#pragma once

#include <QObject>
#include <QTranslator>

#include <vector>

namespace pipescope {

/// The language of the window; it can change at run time, and every widget gets
/// QEvent::LanguageChange. Numbers and dates follow. GUI thread only.
class Language : public QObject
{
    Q_OBJECT

public:
    struct Choice
    {
        QString code; ///< "de"
        QString name; ///< in the language itself: "Deutsch"
    };

    /// The single instance; needs the QApplication, which owns it.
    static Language& instance();

    /// "en", "de", or empty for the system's language (English if it has no translation).
    void setCode(const QString& code);
    /// The language as set; empty for the system's.
    [[nodiscard]] QString code() const { return m_code; }
    /// True for English and for languages with a translation.
    [[nodiscard]] static bool isAvailable(const QString& code);
    /// English, then the translations.
    [[nodiscard]] static std::vector<Choice> choices();

private:
    explicit Language(QObject* parent);

    QString m_code;
    QTranslator m_program;
    QTranslator m_qt;
};

} // namespace pipescope
