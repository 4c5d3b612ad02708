#include "start/command_line.h"

#include "widgets/language.h"

#include <QCoreApplication>

#include <utility>

namespace pipescope {

namespace {

constexpr int maxDemoSeconds = 3600;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

bool isOldSwitch(const QString& word, QLatin1String name)
{
    return word.compare(name, Qt::CaseInsensitive) == 0;
}

/// Goes through the arguments once, from left to right.
class Parser
{
public:
    explicit Parser(const QStringList& arguments) : m_words(arguments) {}

    std::expected<CommandLine, QString> parse()
    {
        while (m_mistake.isEmpty() && m_next < m_words.size()) {
            takeOne();
        }
        checkTogether();
        if (!m_mistake.isEmpty()) {
            return std::unexpected(m_mistake);
        }
        return m_result;
    }

private:
    void takeOne()
    {
        const QString word = m_words.at(m_next++);
        if (isOldSwitch(word, QLatin1String("/server"))) {
            m_result.servers << optionalName();
            return;
        }
        if (isOldSwitch(word, QLatin1String("/client"))) {
            m_result.clients << optionalName();
            return;
        }
        if (!word.startsWith(QLatin1Char('-'))) {
            setFile(word);
            return;
        }
        const qsizetype equals = word.indexOf(QLatin1Char('='));
        m_option = word.left(equals);
        m_inlineValue = equals < 0 ? std::nullopt : std::optional(word.mid(equals + 1));
        takeOption();
        if (m_inlineValue && m_mistake.isEmpty()) {
            m_mistake = Texts::tr("%1 takes no value").arg(m_option);
        }
    }

    void takeOption()
    {
        if (m_option == QLatin1String("--server")) {
            m_result.servers << value();
        } else if (m_option == QLatin1String("--client")) {
            m_result.clients << value();
        } else if (m_option == QLatin1String("--open")) {
            setFile(value());
        } else if (m_option == QLatin1String("--demo")) {
            m_result.demo = true;
        } else if (m_option == QLatin1String("--demo-seconds")) {
            setSeconds(value());
        } else if (m_option == QLatin1String("--demo-output")) {
            m_result.demoOutput = value();
        } else if (m_option == QLatin1String("--theme")) {
            setTheme(value());
        } else if (m_option == QLatin1String("--language")) {
            setLanguage(value());
        } else if (m_option == QLatin1String("--help") || m_option == QLatin1String("-h")) {
            m_result.help = true;
        } else if (m_option == QLatin1String("--version") || m_option == QLatin1String("-v")) {
            m_result.version = true;
        } else {
            m_mistake = Texts::tr("unknown option: %1").arg(m_option);
            m_inlineValue.reset();
        }
    }

    /// The value of the current option; an empty one is an error.
    QString value()
    {
        QString text;
        if (m_inlineValue) {
            text = *std::exchange(m_inlineValue, std::nullopt);
        } else if (m_next < m_words.size()) {
            text = m_words.at(m_next++);
        }
        if (text.isEmpty() && m_mistake.isEmpty()) {
            m_mistake = Texts::tr("%1 requires a value").arg(m_option);
        }
        return text;
    }

    /// The name that may follow /server and /client.
    QString optionalName()
    {
        if (m_next < m_words.size()) {
            const QString& word = m_words.at(m_next);
            if (!word.startsWith(QLatin1Char('-')) && !isOldSwitch(word, QLatin1String("/server"))
                && !isOldSwitch(word, QLatin1String("/client"))) {
                ++m_next;
                return word;
            }
        }
        return QStringLiteral("pipescope");
    }

    void setFile(const QString& path)
    {
        if (!m_result.file.isEmpty() && m_mistake.isEmpty()) {
            m_mistake = Texts::tr("unexpected second file: %1").arg(path);
        }
        m_result.file = path;
    }

    void setSeconds(const QString& text)
    {
        bool isNumber = false;
        const int seconds = text.toInt(&isNumber);
        if ((!isNumber || seconds < 1 || seconds > maxDemoSeconds) && m_mistake.isEmpty()) {
            m_mistake = Texts::tr("--demo-seconds must be a number from 1 to %1, not %2")
                            .arg(QString::number(maxDemoSeconds), text);
        }
        m_result.demoSeconds = seconds;
        m_result.demo = true;
    }

    void setTheme(const QString& text)
    {
        if (text == QLatin1String("light")) {
            m_result.theme = Theme::Mode::Light;
        } else if (text == QLatin1String("dark")) {
            m_result.theme = Theme::Mode::Dark;
        } else if (text == QLatin1String("system")) {
            m_result.theme = Theme::Mode::System;
        } else if (m_mistake.isEmpty()) {
            m_mistake = Texts::tr("--theme must be light, dark or system, not %1").arg(text);
        }
    }

    void setLanguage(const QString& text)
    {
        if (text == QLatin1String("system")) {
            m_result.language = QString();
        } else if (Language::isAvailable(text)) {
            m_result.language = text;
        } else if (m_mistake.isEmpty()) {
            QStringList codes{QStringLiteral("system")};
            for (const Language::Choice& choice : Language::choices()) {
                codes << choice.code;
            }
            m_mistake = Texts::tr("--language must be one of %1, not %2")
                            .arg(codes.join(QStringLiteral(", ")), text);
        }
    }

    void checkTogether()
    {
        if (m_mistake.isEmpty() && !m_result.demoOutput.isEmpty() && !m_result.demoSeconds) {
            m_mistake = Texts::tr("--demo-output requires --demo-seconds");
        }
    }

    const QStringList& m_words;
    qsizetype m_next = 0;
    QString m_option;
    std::optional<QString> m_inlineValue;
    CommandLine m_result;
    QString m_mistake;
};

} // namespace

std::expected<CommandLine, QString> parseCommandLine(const QStringList& arguments)
{
    return Parser(arguments).parse();
}

QString commandLineHelp()
{
    return Texts::tr(
        "Usage: pipescope [options] [FILE]\n\nServe, connect to and monitor named pipes.\n\n  "
        "--server NAME         start a server on this pipe (repeatable)\n  --client NAME         "
        "connect to this pipe (repeatable)\n  --open FILE           open a saved session (same as "
        "FILE alone)\n  --demo                run a demo server and client\n  --demo-seconds N     "
        " quit after N seconds and print a summary\n  --demo-output DIR     write screenshot, "
        "session and summary to DIR\n  --theme THEME         light, dark or system\n  --language "
        "CODE       en, de or system\n  --help, --version\n\n/server [NAME] and /client [NAME] are "
        "the same as --server and --client.\n");
}

} // namespace pipescope
