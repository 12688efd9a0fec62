#pragma once
#include "../unit/document/samples.h"
