#include "rows/row_words.h"

#include "widgets/formatting.h"

namespace pipescope {

QString rowTitle(pipecore::RecordKind kind)
{
    return coreText("RowTitle", pipecore::rowWords(kind).title);
}

QString rowSentence(const pipecore::RowBody& body)
{
    QString sentence = coreText("RowSentence", pipecore::rowWords(kindOf(body)).sentence);
    // Replaces all at once: a value may contain "%2".
    QString text;
    const auto values = pipecore::valuesOf(body);
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const bool isPlace = sentence[i] == u'%' && i + 1 < sentence.size()
                             && sentence[i + 1] >= u'1' && sentence[i + 1] <= u'9';
        const auto place = isPlace ? static_cast<std::size_t>(sentence[i + 1].unicode() - u'1') : 0;
        if (isPlace && place < values.size()) {
            text += fieldValue(values[place]);
            ++i;
        } else {
            text += sentence[i];
        }
    }
    return text;
}

QString fieldLabel(const pipecore::RowField& field)
{
    return coreText("RowField", field.label);
}

QString fieldValue(const pipecore::RowValue& value)
{
    struct Text
    {
        pipecore::FieldUnit unit;

        QString operator()(std::uint64_t number) const
        {
            switch (unit) {
            case pipecore::FieldUnit::ByteCount: return formatBytes(number);
            case pipecore::FieldUnit::Nanoseconds:
                return formatDuration(static_cast<qint64>(number));
            case pipecore::FieldUnit::RowNumber:
            case pipecore::FieldUnit::None: break;
            }
            return formatCount(number);
        }
        QString operator()(bool yes) const { return coreText("IdentityWord", yes ? "yes" : "no"); }
        QString operator()(const pipecore::RowWord& word) const
        {
            return coreText("RowWord", word.word);
        }
        QString operator()(const std::string& text) const { return fromCore(text); }
    };
    return std::visit(Text{value.field.unit}, value.value);
}

} // namespace pipescope
