/* Links the freestanding core and compares two answers with what the tables say. */
#include <stdint.h>
#include <stdio.h>

#include "../../Sources/CPUPolicyC/include/cpupolicy_features.h"

int32_t check_dependant_count(uint16_t index);
uint32_t check_derivation(const uint32_t *vendor, uint32_t signature);

int main(void) {
  const uint32_t intel[] = {0x756e6547, 0x6c65746e, 0x49656e69};
  int32_t count = check_dependant_count(CPUPOLICY_FEATURE_XSAVE);
  uint32_t leaf = check_derivation(intel, 0x000306c3);
  if (count == 47 && leaf == 0xd) return 0;
  fprintf(stderr, "embedded: XSAVE has %d dependants (47), HVM max ends at 0x%x (0xd)\n", count, leaf);
  return 1;
}
