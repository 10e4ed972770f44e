/** What other programs put on the clipboard, as they write it, and what of it the notes keep. */
export const clipboards = {
  Word: {
    html: `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {mso-style-unhide:no; margin:0cm;} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<h1 style='mso-style-next:Normal'>A heading<o:p></o:p></h1>
<p class=MsoNormal style='margin-bottom:8.0pt'><b style='mso-bidi-font-weight:normal'>Bold</b>, <i>slanted</i> and
<span lang=EN-US style='mso-ansi-language:EN-US;font-weight:bold'>heavy</span> words.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>One<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp; </span></span><![endif]>Within<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>Two<o:p></o:p></p>
<p class=MsoNormal><a href="https://example.org/a">a link</a> and <a href="javascript:alert(1)">none</a><o:p></o:p></p>
<!--EndFragment--></body></html>`,
    kept:
      "<h2>A heading</h2><p><strong>Bold</strong>, <em>slanted</em> and <strong>heavy</strong> words.</p>" +
      "<ul><li>One<ul><li>Within</li></ul></li><li>Two</li></ul>" +
      '<p><a href="https://example.org/a" rel="nofollow noopener ugc">a link</a> and none</p>',
  },
  "Google Docs": {
    html: `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-7f3a"><h2 dir="ltr" style="line-height:1.38;"><span style="font-size:16pt;font-family:Arial;font-weight:400;">Links</span></h2><p dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;font-weight:400;font-style:normal;">Plain, </span><span style="font-size:11pt;font-weight:700;">bold</span><span style="font-size:11pt;font-style:italic;"> and slanted</span></p><br /><ol style="margin-top:0;"><li dir="ltr" style="list-style-type:decimal;" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">First</span></p></li></ol><p dir="ltr"><a href="https://www.google.com/url?q=https://example.org/b&amp;sa=D" style="text-decoration:none;"><span style="text-decoration:underline;">a link</span></a></p></b><br class="Apple-interchange-newline">`,
    kept:
      "<h2>Links</h2><p>Plain, <strong>bold</strong><em> and slanted</em></p><ol><li>First</li></ol>" +
      '<p><a href="https://example.org/b" rel="nofollow noopener ugc">a link</a></p>',
  },
  "a web page": {
    html: `<div class="post"><script>alert(1)</script><style>p{color:red}</style><h1 id="top">From the web</h1><div>One line<div>and another</div></div><table><tbody><tr><td>A</td><td>B</td></tr></tbody></table><img src="x" onerror="alert(1)"><p style="color:red" onclick="alert(1)">Words, <u>under</u><sup>2</sup></p><blockquote>Said</blockquote></div>`,
    kept: "<h2>From the web</h2><p>One line</p><p>and another</p><p>A B</p><p>Words, under2</p><blockquote><p>Said</p></blockquote>",
  },
};
