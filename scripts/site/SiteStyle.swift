// SPDX-License-Identifier: Apache-2.0

/// What the site needs besides the style of all pages.
enum SiteStyle {
  static let text = """
    header.site { display: flex; flex-wrap: wrap; gap: .4rem 1.5rem; align-items: center; margin: 0;
      justify-content: space-between; padding: .5rem 1rem; border-bottom: 1px solid var(--line);
      background: var(--card); position: sticky; top: 0; z-index: 2 }
    header.site nav { display: flex; flex-wrap: wrap; gap: .1rem 1rem } header.site nav a { padding: .2rem 0;
      text-decoration: none } header.site a.home { font-weight: 700; color: var(--ink) }
    header.site search { position: relative; flex: 1 1 14rem; max-width: 26rem }
    header.site label { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
    #find { width: 100%; font: inherit; padding: .35rem .6rem; border: 1px solid var(--soft);
      border-radius: .4rem; background: var(--ground); color: var(--ink) }
    #found { position: absolute; right: 0; left: 0; min-width: min(22rem, 92vw); max-height: 70vh;
      overflow: auto; background: var(--card); border: 1px solid var(--soft); border-radius: .4rem;
      box-shadow: 0 .4rem 1.2rem #0005 }
    #found ul { list-style: none; margin: 0; padding: .3rem } #found li a { display: block;
      padding: .3rem .5rem; border-radius: .3rem; text-decoration: none; color: var(--ink) }
    #found li a:hover, #found li a:focus, #found li.first a { background: var(--quiet) }
    #found b { color: var(--mark) }
    .skip { position: absolute; left: -99rem } .skip:focus { left: .5rem; top: .5rem; background: var(--card);
      padding: .3rem; z-index: 3 }
    .trail, .lead { color: var(--soft) } .trail { font-size: .85rem; margin-bottom: .6rem }
    .lead { font-size: 1.05rem }
    .wide, pre { overflow-x: auto; max-width: 100% } .wide { margin: .6rem 0 }
    .wide td, .wide th { overflow-wrap: break-word; min-width: 3rem }
    pre { background: var(--card); border: 1px solid var(--line); border-radius: .4rem; padding: .6rem .8rem;
      font-size: .85rem; line-height: 1.4 } pre code { font-size: 1em }
    main ul, main ol { padding-left: 1.3rem; max-width: 46rem } h2, h3, tr { scroll-margin-top: 4rem }
    .contents { background: var(--card); border: 1px solid var(--line); border-radius: .4rem;
      padding: .4rem .8rem; margin: .6rem 0 } summary { cursor: pointer; color: var(--soft) }
    @media (max-width: 560px) { header.site { position: static } header.site search { flex-basis: 100% } }
    @media print { header.site, .trail, .contents { display: none } pre { white-space: pre-wrap } }

    """
}
