#include "app.h"

#include "pipecore/file_size_limit.h"

int main(int argc, char** argv)
{
    pipecore::makeFileSizeLimitAnError();
    return pipescope::runApp(argc, argv);
}
