// SPDX-License-Identifier: Apache-2.0
// Generated from the tables in ABI/ by `make generate`. Do not edit: change the table.
// swift-format-ignore-file
extension CarriedState {
  /// Every state.
  public static let all: [CarriedState] = [
    CarriedState(owner: .feature(.vmx), isCarriedByXen: false, isCarriedByKVM: true,
      severity: .guestCrash),
    CarriedState(owner: .feature(.svm), isCarriedByXen: false, isCarriedByKVM: true,
      severity: .guestCrash),
    CarriedState(owner: .field(.pmuVersion), isCarriedByXen: false, isCarriedByKVM: true,
      severity: .performance),
    CarriedState(owner: .feature(.procTrace), isCarriedByXen: false, isCarriedByKVM: true,
      severity: .behaviour),
    CarriedState(owner: .feature(.archLbr), isCarriedByXen: false, isCarriedByKVM: true,
      severity: .behaviour),
    CarriedState(owner: .feature(.cetSs), isCarriedByXen: false, isCarriedByKVM: true,
      severity: .guestCrash),
    CarriedState(owner: .feature(.cetIbt), isCarriedByXen: false, isCarriedByKVM: true,
      severity: .guestCrash),
  ]
}
