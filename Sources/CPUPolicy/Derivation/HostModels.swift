/// Lists of CPU models that the host rules consult. Sources: Intel's advisories and microcode
/// release notes, AMD's security bulletins, as Xen applies them (`xen/arch/x86/spec_ctrl.c`).
enum HostModels {
  /// Family 6 models whose return stack never falls back to other predictors.
  static func isRetpolineSafe(_ signature: Signature, microcode: UInt32) -> Bool {
    switch signature.model {
    case 0x17, 0x1a, 0x1c, 0x1d, 0x1e, 0x1f, 0x25, 0x26, 0x27, 0x2a, 0x2c, 0x2d, 0x2e, 0x2f, 0x35,
      0x36, 0x37, 0x3a, 0x3c, 0x3e, 0x3f, 0x45, 0x46, 0x4a, 0x4c, 0x4d, 0x5a, 0x5c, 0x5f:
      return true
    case 0x3d: return microcode >= 0x2a
    case 0x47: return microcode >= 0x1d
    case 0x4f: return microcode >= 0xb00_0021
    case 0x56:
      switch signature.stepping {
      case 2: return microcode >= 0x15
      case 3: return microcode >= 0x700_0012
      case 4: return microcode >= 0xf00_0011
      case 5: return microcode >= 0xe00_0009
      default: return false
      }
    default: return false
    }
  }

  /// Family 6 models affected by register-file data sampling.
  static func hasRegisterFileSampling(_ model: UInt32, isHybrid: Bool) -> Bool {
    switch model {
    case 0x5c, 0x5f, 0x7a, 0x86, 0x96, 0x9a, 0x9c, 0xba, 0xbe, 0xbf: true
    case 0x97, 0xb7: isHybrid
    default: false
    }
  }

  /// Family 6 models affected by gather data sampling, and by indirect target selection.
  static func hasGatherSampling(_ model: UInt32) -> Bool {
    switch model {
    case 0x55, 0x6a, 0x6c, 0x7e, 0x8c, 0x8d, 0x8e, 0x9e, 0xa5, 0xa6, 0xa7: true
    default: false
    }
  }

  /// Whether AMD family 0x19 microcode mitigates the transient scheduler attacks: the minimum of
  /// the revision's group (revision >> 8).
  static func mitigatesSchedulerAttack(microcode: UInt32) -> Bool {
    let minimum: UInt32? =
      switch microcode >> 8 {
      case 0x0a0011: 0x0a00_11d7
      case 0x0a0012: 0x0a00_123b
      case 0x0a0082: 0x0a00_820d
      case 0x0a1011: 0x0a10_114c
      case 0x0a1012: 0x0a10_124c
      case 0x0a1081: 0x0a10_8109
      case 0x0a2010: 0x0a20_102e
      case 0x0a2012: 0x0a20_1211
      case 0x0a4041: 0x0a40_4108
      case 0x0a5000: 0x0a50_0012
      case 0x0a6012: 0x0a60_120a
      case 0x0a7041: 0x0a70_4108
      case 0x0a7052: 0x0a70_5208
      case 0x0a7080: 0x0a70_8008
      case 0x0a70c0: 0x0a70_c008
      case 0x0aa002: 0x0aa0_0216
      default: nil
      }
    return minimum.map { microcode >= $0 } ?? false
  }

  /// The microcode from which a model's TSC deadline timer can be trusted; nil where it always can.
  static func deadlineMinimum(_ signature: Signature) -> UInt32? {
    switch (signature.model, signature.stepping) {
    case (0x3c, _): 0x22
    case (0x3f, 2): 0x3a
    case (0x3f, 4): 0xf
    case (0x45, _): 0x20
    case (0x46, _): 0x17
    case (0x3d, _): 0x25
    case (0x47, _): 0x17
    case (0x4f, _): 0xb00_0020
    case (0x56, 2): 0x11
    case (0x56, 3): 0x700_000e
    case (0x56, 4): 0xf00_000c
    case (0x56, 5): 0xe00_0003
    case (0x4e, _), (0x5e, _): 0xb2
    case (0x55, 3): 0x100_0136
    case (0x55, 4): 0x200_0014
    case (0x8e, _), (0x9e, _): 0x52
    default: nil
    }
  }
}
