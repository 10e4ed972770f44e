import { describe, expect, it } from "vitest";
import { cdata, element, emptyElement } from "@/lib/feed/xml";

describe("XML", () => {
  it("escapes text and attributes", () => {
    expect(element("title", 'a & b < c > "d"\u0000')).toBe("<title>a &amp; b &lt; c &gt; &quot;d&quot;</title>\n");
    expect(emptyElement("x", { a: '"&<>' })).toBe('<x a="&quot;&amp;&lt;&gt;"/>\n');
  });

  it("splits the end of a CDATA section over two", () => {
    expect(cdata("a]]>b]]>")).toBe("<![CDATA[a]]]]><![CDATA[>b]]]]><![CDATA[>]]>");
    expect(cdata("]]\u0000>")).toBe("<![CDATA[]]]]><![CDATA[>]]>");
  });
});
