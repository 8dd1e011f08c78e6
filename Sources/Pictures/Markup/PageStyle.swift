// SPDX-License-Identifier: Apache-2.0

/// How pages look: light or dark as the reader's system is, on paper, and on a screen of 400 pixels.
package enum PageStyle {
  /// The colours, by what they mean: each is read on the ground beside it.
  package static let colours = """
    :root { --ground: #fbfbfa; --card: #fff; --ink: #1c1f23; --soft: #59616b; --line: #d9dde2;
      --mark: #0b5cad; --good: #10693a; --warn: #8a5300; --bad: #b3261e; --goodground: #e2f3e8;
      --warnground: #fdf0d5; --badground: #fbe4e2; --quiet: #eef0f2 }
    @media (prefers-color-scheme: dark) { :root { --ground: #14171a; --card: #1c2024; --ink: #e6e8ea;
      --soft: #a2abb5; --line: #343b43; --mark: #7db8f5; --good: #7fd6a2; --warn: #f0bd6a; --bad: #ff9d94;
      --goodground: #16331f; --warnground: #3a2c10; --badground: #42201d; --quiet: #262b31 } }
    @media print { :root { --ground: #fff; --card: #fff; --ink: #000; --soft: #333; --line: #999;
      --mark: #000; --good: #000; --warn: #000; --bad: #000; --goodground: #fff; --warnground: #fff;
      --badground: #fff; --quiet: #fff } }

    """

  package static let text =
    colours + """
      * { box-sizing: border-box }
      body { margin: 0; background: var(--ground); color: var(--ink);
        font: 15px/1.5 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif }
      main { max-width: 62rem; margin: 0 auto; padding: 1.25rem 1rem 3rem }
      header { margin-bottom: 1rem } h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 }
      h1, p, td, th, dd, li { overflow-wrap: anywhere }
      h2 { font-size: 1.15rem; margin: 2rem 0 .6rem } p { margin: .5rem 0; max-width: 46rem }
      .kind { margin: 0; color: var(--soft); font-size: .85rem; letter-spacing: .02em }
      .soft, small { color: var(--soft) } small { font-size: .8rem; display: block; font-weight: normal }
      code, .value { font-family: ui-monospace, "SFMono-Regular", Menlo, "DejaVu Sans Mono", monospace;
        font-size: .86em }
      a { color: var(--mark) }
      .verdict { border: 1px solid var(--line); border-left: .4rem solid var(--soft); border-radius: .4rem;
        background: var(--card); padding: .7rem 1rem; font-size: 1.05rem; font-weight: 600 }
      .verdict.good { border-left-color: var(--good) } .verdict.warn { border-left-color: var(--warn) }
      .verdict.bad { border-left-color: var(--bad) }
      dl.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr)); gap: .5rem;
        margin: 1rem 0 }
      dl.facts div { background: var(--card); border: 1px solid var(--line); border-radius: .4rem;
        padding: .45rem .7rem }
      dt { color: var(--soft); font-size: .8rem } dd { margin: 0 }
      table { border-collapse: collapse; width: 100%; background: var(--card); font-size: .92rem }
      caption { text-align: left; color: var(--soft); font-size: .85rem; padding-bottom: .3rem }
      th, td { text-align: left; vertical-align: top; padding: .35rem .55rem;
        border-bottom: 1px solid var(--line) }
      thead th { color: var(--soft); font-weight: 600; font-size: .82rem; vertical-align: bottom }
      tbody th { font-weight: 600 }
      tbody.group th[colspan] { background: var(--quiet); color: var(--soft); font-size: .82rem }
      .severity { display: inline-block; border-radius: .25rem; padding: 0 .4em; font-size: .82rem;
        background: var(--quiet); white-space: nowrap }
      .guest-crash, .security { background: var(--badground); color: var(--bad); font-weight: 600 }
      .behaviour { background: var(--warnground); color: var(--warn) }
      .letter { display: inline-block; min-width: 1.5em; text-align: center; border: 1px solid var(--line);
        border-radius: .25rem; background: var(--quiet); font-weight: 600; padding: 0 .3em }
      @media (max-width: 560px) { main { padding: .9rem .6rem 2rem } h1 { font-size: 1.3rem }
        th, td { padding: .3rem .3rem } table { font-size: .86rem } }
      @media print { body { font-size: 10pt } main { max-width: none; padding: 0 } thead { display:
        table-header-group } tr { break-inside: avoid } h2 { break-after: avoid }
        .severity, .letter, .verdict { border: 1px solid #999 } }

      """
}
