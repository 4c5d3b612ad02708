#include "arguments/decoder_files.h"
#include "commands/command.h"
#include "commands/files.h"
#include "system/context.h"

#include "pipecore/base/utf8.h"
#include "pipecore/export/export.h"
#include "pipecore/filter/filter_run.h"

#include <chrono>

namespace pipescope::cli {

namespace {

using pipecore::Result;

using Rows = std::optional<pipecore::RowRanges>;

/// The rows that pass; all of them without a filter.
Result<Rows> rowsOf(const std::optional<pipecore::FilterRun>& run, const Context& context)
{
    if (!run) {
        return Rows();
    }
    constexpr std::chrono::milliseconds step{100}; // after which Ctrl+C is looked at
    while (!run->waitUntilDone(step)) {
        if (context.shouldEnd()) {
            return pipecore::refuse({}, pipecore::ErrorKind::Cancelled);
        }
    }
    const auto progress = run->progress();
    if (progress.problem) {
        return std::unexpected(*progress.problem);
    }
    if (progress.undecided != 0) {
        Console::error("pipescope-cli: the regular expression reached its limits on "
                       + std::to_string(progress.undecided) + " rows: they are omitted");
    }
    return pipecore::RowRanges::of(run->matches());
}

/// To standard output, piece by piece. Its reader may leave early: that ends the work and is no
/// error. What else the output says is reported at the end of the program.
Result<std::uint64_t> convertToOutput(const pipecore::RecordSource& session, const Rows& rows,
                                      const pipecore::ExportForm& form, const Context& context)
{
    return pipecore::exportRows(
        session, rows, form,
        [&](pipecore::ByteView bytes) -> Result<void> {
            return context.console.write(pipecore::asText(bytes))
                       ? Result<void>()
                       : pipecore::refuse({}, pipecore::ErrorKind::PeerClosed);
        },
        untilEnd(context));
}

std::string formatWords()
{
    std::string words;
    const auto all = pipecore::exportFormats();
    for (std::size_t i = 0; i < all.size(); ++i) {
        words += i == 0 ? "" : i + 1 == all.size() ? " or " : ", ";
        words += all[i].word;
    }
    return words;
}

Problem readFormat(const std::string& value, std::optional<pipecore::ExportFormat>& format)
{
    for (const pipecore::ExportFormatName& name : pipecore::exportFormats()) {
        if (value == name.word) {
            format = name.format;
            return std::nullopt;
        }
    }
    return "takes " + formatWords() + ", not \"" + value + "\"";
}

/// The mistake in a text of the filter's kind, and its place.
std::string mistakeIn(const std::string& value, const pipecore::FilterError& error)
{
    return "\"" + value + "\" is invalid at character "
           + std::to_string(pipecore::characterNumber(value, error.offset)) + ": "
           + error.message.text();
}

Problem readFilter(const std::string& value, std::optional<pipecore::Filter>& filter)
{
    auto parsed = pipecore::Filter::parse(value);
    if (!parsed) {
        return mistakeIn(value, parsed.error());
    }
    filter = std::move(*parsed);
    return std::nullopt;
}

Problem readColumns(const std::string& value, std::optional<pipecore::ExportColumns>& columns)
{
    auto parsed = pipecore::ExportColumns::parse(value);
    if (!parsed) {
        return mistakeIn(value, parsed.error());
    }
    columns = std::move(*parsed);
    return std::nullopt;
}

class Convert final : public Command
{
public:
    std::string name() const override { return "convert"; }
    std::string summary() const override { return "Convert a session file to another format"; }
    std::string notes() const override { return "Ctrl+C cancels without writing a file."; }
    void describe(Options& options) override
    {
        options.positional("IN", "name", "any pcapng file", m_from);
        options.positional("OUT", "name", "output file; - is standard output", m_to);
        options.value("--format", "pcapng|jsonl|csv|text|html|raw",
                      "format of OUT (default: by its extension .pcapng .jsonl .csv .txt .html "
                      ".bin); raw: messages with a 4-byte little-endian length",
                      [this](const std::string& value) { return readFormat(value, m_format); });
        options.value("--filter", "EXPR",
                      "convert only matching rows, such as 'conn == 1 && text contains \"login\"'",
                      [this](const std::string& value) {
                          m_filterText = value;
                          return Problem();
                      });
        options.value(
            "--fields", "LIST",
            "csv and jsonl: columns of the row (row, time, latency, reply_to, ... or all) "
            "and fields of decoded messages, such as 'row,latency,json.method'",
            [this](const std::string& value) { return readColumns(value, m_columns); });
        options.flag("--decode", "jsonl: all fields of decoded messages, in a member \"decoded\"",
                     m_isDecoded);
        describeRows(options, m_choice);
        describeDecoders(options, m_decoders);
    }
    Problem finish() override
    {
        if (m_from.empty() || m_to.empty()) {
            return "missing " + std::string(m_from.empty() ? "input" : "output")
                   + " file: use pipescope-cli convert IN OUT";
        }
        if (m_from == "-") {
            return "convert reads a file, not standard input";
        }
        if (!m_format && m_to == "-") {
            return "standard output requires --format " + formatWords();
        }
        if (!m_format) {
            m_format = pipecore::exportFormatOf(pathOf(m_to));
        }
        if (!m_format) {
            return "the extension of " + m_to + " does not determine the format: add --format "
                   + formatWords();
        }
        if (m_columns && !pipecore::ExportForm::hasColumns(*m_format)) {
            return "--fields needs csv or jsonl: use another --format";
        }
        if (m_isDecoded && m_format != pipecore::ExportFormat::JsonLines) {
            return "--decode needs jsonl: use another --format, or --fields with csv";
        }
        if ((m_choice.rule || m_choice.findsRules) && m_format == pipecore::ExportFormat::Pcapng) {
            return "--frames cannot write pcapng, which keeps messages as they were: use another "
                   "--format";
        }
        // After all decoders, whose fields it may have.
        if (m_filterText) {
            if (auto problem = readFilter(*m_filterText, m_filter)) {
                return "--filter " + *problem;
            }
        }
        return loadProto(m_choice.proto);
    }
    ExitStatus run(Console& console) override
    {
        return withInterrupt(console, [this](Context& context) { return convert(context); });
    }

private:
    ExitStatus convert(Context& context) const
    {
        const auto session = startSession(m_from, context);
        if (!session) {
            return session.error();
        }
        ChosenRows chosen(**session, m_choice);
        // Destroyed first: its threads read the rows.
        std::optional<pipecore::FilterRun> run;
        if (m_filter && m_filter->needsOnlyRows() && m_choice.isPlain()) {
            run.emplace(**session, *m_filter, pipecore::FilterRun::Settings{.rowCount = 0});
        }
        const auto read = readSession(**session, m_from, context, [&run](std::uint64_t rows) {
            if (run) {
                run->extendTo(rows);
            }
        });
        if (!read) {
            return read.error();
        }
        if (const auto prepared = chosen.prepare(context); !prepared) {
            return statusOf(prepared.error(), context);
        }
        if (m_filter && !run) {
            run.emplace(chosen.source(), *m_filter);
        }
        const auto rows = rowsOf(run, context);
        if (!rows) {
            return statusOf(rows.error(), context);
        }
        const pipecore::ExportForm form(*m_format, m_columns.value_or(pipecore::ExportColumns()),
                                        m_isDecoded);
        const auto written =
            m_to == "-" ? convertToOutput(chosen.source(), *rows, form, context)
                        : pipecore::exportRows(
                            chosen.source(), *rows, form, pathOf(m_to), untilEnd(context),
                            [](const pipecore::Error& notKept) {
                                Console::error("pipescope-cli: " + pipecore::describe(notKept));
                            });
        m_decoders.report();
        if (written) {
            return ExitStatus::Done;
        }
        const ExitStatus status = statusOf(written.error(), context);
        if (isWrittenInto(m_to)) {
            Console::error("  To write into it: pipescope-cli convert IN - --format FORMAT > OUT");
        }
        return status;
    }

    std::string m_from;
    std::string m_to;
    std::optional<pipecore::ExportFormat> m_format;
    std::optional<std::string> m_filterText;
    std::optional<pipecore::Filter> m_filter;
    std::optional<pipecore::ExportColumns> m_columns;
    bool m_isDecoded = false;
    RowChoice m_choice;
    mutable DecoderFiles m_decoders;
};

} // namespace

std::unique_ptr<Command> makeConvert()
{
    return std::make_unique<Convert>();
}

} // namespace pipescope::cli
