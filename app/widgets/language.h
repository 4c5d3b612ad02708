#pragma once

#include <QObject>
#include <QTranslator>

#include <vector>

namespace pipescope {

/// The language of the window; it changes while the program runs, and every widget hears of it as
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

    /// The one language; needs the QApplication, which owns it.
    static Language& instance();

    /// "en", "de", or empty for the system's language (English when there is no translation).
    void setCode(const QString& code);
    /// As it was set; empty for the system's.
    [[nodiscard]] QString code() const { return m_code; }
    /// There is a translation into this language, or it is English.
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
