#pragma once

class QCheckBox;
class QComboBox;

namespace pipescope {

class FormField;

/// Widgets without texts, named for tests.
[[nodiscard]] QCheckBox* makeCheck(const char* name);
[[nodiscard]] QComboBox* makeChoice(const char* name, int choices);

/// The field for the I/O model, which servers and clients share: overlapped or synchronous, in the
/// order of pipecore::IoModel.
void retranslateIo(QComboBox* choice, FormField* field);
/// Says below it what the chosen one means, where that matters.
void explainIo(const QComboBox* choice, FormField* field);

} // namespace pipescope
