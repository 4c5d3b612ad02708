#include "widgets/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QPointer>

namespace pipescope {

namespace {

QString english()
{
    return QStringLiteral("en");
}

QString translationFile(const QString& base, const QString& code)
{
    return QStringLiteral(":/i18n/%1_%2.qm").arg(base, code);
}

QString systemCode()
{
    for (const QString& language : QLocale::system().uiLanguages()) {
        QString code = language.section(QLatin1Char('-'), 0, 0);
        if (Language::isAvailable(code)) {
            return code;
        }
    }
    return english();
}

} // namespace

Language& Language::instance()
{
    static QPointer<Language> language;
    if (!language) {
        language = new Language(qApp);
    }
    return *language;
}

Language::Language(QObject* parent) : QObject(parent) {}

void Language::setCode(const QString& code)
{
    m_code = code;
    const QString effective = code.isEmpty() ? systemCode() : code;
    QLocale::setDefault(code.isEmpty() ? QLocale::system() : QLocale(code));
    QCoreApplication::removeTranslator(&m_qt);
    QCoreApplication::removeTranslator(&m_program);
    // English has a file as well: for singular and plural.
    if (m_qt.load(translationFile(QStringLiteral("qtbase"), effective))) {
        QCoreApplication::installTranslator(&m_qt);
    }
    if (m_program.load(translationFile(QStringLiteral("pipescope"), effective))) {
        QCoreApplication::installTranslator(&m_program);
    }
}

bool Language::isAvailable(const QString& code)
{
    return code == english() || QFile::exists(translationFile(QStringLiteral("pipescope"), code));
}

std::vector<Language::Choice> Language::choices()
{
    std::vector<Choice> choices{{english(), QStringLiteral("English")}};
    const QDir folder(QStringLiteral(":/i18n"));
    for (const QString& file :
         folder.entryList({QStringLiteral("pipescope_*.qm")}, QDir::Files, QDir::Name)) {
        const QString code = file.section(QLatin1Char('_'), 1).section(QLatin1Char('.'), 0, 0);
        if (code != english()) {
            choices.push_back({code, QLocale(code).nativeLanguageName()});
        }
    }
    return choices;
}

} // namespace pipescope
