#include "start/app.h"

#include "pipecore/files/file_size_limit.h"

int main(int argc, char** argv)
{
    pipecore::makeFileSizeLimitAnError();
    return pipescope::runApp(argc, argv);
}
