// SPDX-License-Identifier: Apache-2.0

/// A page for a browser in one file: nothing is fetched and nothing is run.
package enum Page {
  /// The whole document.
  ///
  /// - Parameters:
  ///   - title: what its tab and its first heading say.
  ///   - kind: what the page is, above the heading.
  ///   - style: what the page needs besides the style of all.
  package static func text(
    title: String, kind: String, style: String = "", _ content: (inout Markup) -> Void
  ) -> String {
    var markup = Markup()
    markup.own("<!DOCTYPE html>\n")
    markup.element("html", ["lang": "en"]) { html in
      html.element("head") { head in
        head.single("meta", ["charset": "utf-8"])
        head.single(
          "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        head.single("meta", ["name": "color-scheme", "content": "light dark"])
        head.element("title", "\(title) - \(kind)")
        head.element("style") { $0.own(PageStyle.text + style) }
      }
      html.element("body") { body in
        body.element("main") { main in
          main.element("header") { header in
            header.element("p", ["class": "kind"], kind)
            header.element("h1", title)
          }
          content(&main)
        }
      }
    }
    return markup.source
  }
}
