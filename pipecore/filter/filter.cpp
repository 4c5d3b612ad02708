#include "pipecore/filter/filter.h"

#include "parser.h"
#include "pipecore/base/translatable.h"
#include "pipecore/base/utf8.h"

#include "pipecore/filter/filter_run.h"

#include <algorithm>
#include <array>

namespace pipecore {

Error FilterError::error(std::string_view text) const
{
    return refusePhrase({PIPECORE_TR("ErrorDetail", "In the filter, at character %1: %2"),
                         {std::to_string(characterNumber(text, offset)), message.text()}})
        .error();
}

Filter::Filter() : m_program(std::make_shared<filter::Program>()) {}

Filter::Filter(std::shared_ptr<const filter::Program> program) : m_program(std::move(program)) {}

std::expected<Filter, FilterError> Filter::parse(std::string_view text)
{
    auto program = filter::Parser(text).parse();
    if (!program) {
        return std::unexpected(std::move(program.error()));
    }
    return Filter(std::move(*program));
}

const std::string& Filter::text() const
{
    return m_program->source;
}

bool Filter::isEmpty() const
{
    return m_program->nodes.empty();
}

bool Filter::endsInHalfField() const
{
    return m_program->endsInHalfField;
}

bool Filter::usesAnnotations() const
{
    return m_program->needsAnnotations;
}

bool Filter::needsOnlyRows() const
{
    using filter::Field;
    constexpr std::array others = {Field::Endpoint, Field::Pid,     Field::Image, Field::User,
                                   Field::Latency,  Field::Comment, Field::Mark};
    // A script is told the name of the pipe.
    return !runsScripts() && std::ranges::none_of(m_program->tests, [&](const filter::Test& test) {
        return std::ranges::find(others, test.field) != others.end();
    });
}

bool Filter::runsScripts() const
{
    return std::ranges::any_of(m_program->tests, [](const auto& test) {
        return test.decoded != nullptr && isAdded(test.decoded->decoder);
    });
}

bool Filter::isSlow() const
{
    return m_program->needsLatency || runsScripts()
           || std::ranges::any_of(m_program->tests,
                                  [](const auto& test) { return test.regex != nullptr; });
}

const std::shared_ptr<const filter::Program>& Filter::program() const
{
    return m_program;
}

bool Filter::matches(const RecordSource& source, std::uint64_t row) const
{
    if (row >= source.rowCount()) {
        return false;
    }
    return !RowFilter(source, *this).rows(row, row + 1).empty();
}

} // namespace pipecore
