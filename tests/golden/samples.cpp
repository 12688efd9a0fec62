// The samples of the unit tests, in this executable too.
#include "../unit/document/samples.cpp"
