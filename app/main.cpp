#include "app.h"

int main(int argc, char** argv)
{
    return pipescope::runApp(argc, argv);
}
