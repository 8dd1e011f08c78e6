// SPDX-License-Identifier: Apache-2.0

/// What a guest's policy takes of the host's fields: the `guest` column of `ABI/fields.csv`, and the
/// registers in `ABI/guest-leaves.csv` that no guest takes over whole.
enum GuestLeaves {}
