import { from, type HttpCase, part, range, type Subject, table, unsatisfiable } from "@/lib/delivery/judge/case";

const suffix =
  (length: number) =>
  ({ size }: Subject) =>
    part(size - length, size - 1);

export const suffixCases: HttpCase[] = [
  ...table(
    {
      group: "suffixes",
      severity: "breaks listening",
      section: "RFC 9110 §14.1.2",
      why: "Players read the tags and the index at the end of a file first, to know how long it is.",
    },
    [
      ["the last byte, counted from the end", range("bytes=-1"), suffix(1)],
      ["the last ten bytes", range("bytes=-10"), suffix(10)],
      [
        "the 128 bytes of an ID3v1 tag",
        ({ size }) => range(`bytes=-${Math.min(128, size)}`),
        (o) => suffix(Math.min(128, o.size))(o),
      ],
      ["all but the first, counted from the end", ({ size }) => range(`bytes=-${size - 1}`), from(1)],
      ["everything, counted from the end", ({ size }) => range(`bytes=-${size}`), from(0)],
    ],
  ),
  ...table(
    {
      group: "suffixes",
      severity: "differs",
      section: "RFC 9110 §14.1.2",
      why: "A player that does not know the length may ask for more of the end than there is: that is all of it.",
    },
    [
      ["more of the end than there is, by one byte", ({ size }) => range(`bytes=-${size + 1}`), from(0)],
      ["more of the end than there is", range("bytes=-999999999999"), from(0)],
      ["an end of thirty nines", range(`bytes=-${"9".repeat(30)}`), from(0)],
      ["the last 3 bytes, with zeros in front", range("bytes=-0003"), suffix(3)],
      ["nothing of the end", range("bytes=-0"), unsatisfiable],
    ],
  ),
];
