import { from, type HttpCase, part, range, type Subject, table } from "@/lib/delivery/judge/case";

const group = "ranges";
const BLOCK = 262_144;
const nines = "9".repeat(30);

const toEnd = from(0);
const lastByte = ({ size }: Subject) => part(size - 1, size - 1);
const middle = ({ size }: Subject): [number, number] => [Math.floor(size / 6), Math.floor((size * 5) / 6)];
/** The first byte of the second block, or of what would be one in something small. */
const edge = ({ size }: Subject): number => (size > BLOCK ? BLOCK : Math.ceil(size / 2));

export const rangeCases: HttpCase[] = [
  ...table(
    {
      group,
      severity: "breaks listening",
      section: "RFC 9110 §14.2",
      why: "Players ask for the first bytes to see whether they may seek; without a 206 iPhones do not play at all.",
    },
    [
      ["the first two bytes", range("bytes=0-1"), part(0, 1)],
      ["the first byte", range("bytes=0-0"), part(0, 0)],
      ["everything, as a range without an end", range("bytes=0-"), toEnd],
      ["everything, as a range with its end", ({ size }) => range(`bytes=0-${size - 1}`), toEnd],
      ["the first 64 bytes", range("bytes=0-63"), part(0, 63)],
    ],
  ),
  ...table(
    {
      group,
      severity: "breaks listening",
      section: "RFC 9110 §14.1.2",
      why: "Whoever seeks, or goes on after a tunnel, asks from the middle: one byte off and the sound breaks.",
    },
    [
      ["all but the first byte", range("bytes=1-"), from(1)],
      ["ten bytes near the beginning", range("bytes=10-19"), part(10, 19)],
      ["the second half", (o) => range(`bytes=${edge(o)}-`), (o) => part(edge(o), o.size - 1)],
      ["two bytes across an edge", (o) => range(`bytes=${edge(o) - 1}-${edge(o)}`), (o) => part(edge(o) - 1, edge(o))],
      [
        "the byte before an edge",
        (o) => range(`bytes=${edge(o) - 1}-${edge(o) - 1}`),
        (o) => part(edge(o) - 1, edge(o) - 1),
      ],
      ["the byte after an edge", (o) => range(`bytes=${edge(o)}-${edge(o)}`), (o) => part(edge(o), edge(o))],
      ["a long stretch in the middle", (o) => range(`bytes=${middle(o).join("-")}`), (o) => part(...middle(o))],
      ["all but the last byte", ({ size }) => range(`bytes=0-${size - 2}`), ({ size }) => part(0, size - 2)],
      ["the last byte", ({ size }) => range(`bytes=${size - 1}-`), lastByte],
      ["the last byte, with its end", ({ size }) => range(`bytes=${size - 1}-${size - 1}`), lastByte],
      ["the last two bytes", ({ size }) => range(`bytes=${size - 2}-${size - 1}`), (o) => from(o.size - 2)(o)],
    ],
  ),
  ...table(
    {
      group,
      severity: "breaks listening",
      section: "RFC 9110 §14.1.2",
      why: "Players ask in blocks of their own size, and the last block reaches beyond the end.",
    },
    [
      ["everything and one byte more", ({ size }) => range(`bytes=0-${size}`), toEnd],
      [
        "the end and a thousand bytes more",
        ({ size }) => range(`bytes=${size - 10}-${size + 990}`),
        (o) => from(o.size - 10)(o),
      ],
      ["everything and far more", range("bytes=0-999999999999"), toEnd],
    ],
  ),
  ...table(
    {
      group,
      severity: "differs",
      section: "RFC 9110 §14.1.1",
      why: "Numbers have no largest one: a program that asks up to 2^63 wants the rest, not an error.",
    },
    [
      ["an end of thirty digits", range(`bytes=0-${nines}`), toEnd],
      ["an end beyond 2^63", range("bytes=5-9223372036854775808"), from(5)],
      ["an end beyond 2^64", range("bytes=7-18446744073709551616"), from(7)],
      ["an end beyond 2^53", range("bytes=6-9007199254740993"), from(6)],
      ["numbers with zeros in front", range("bytes=0005-0007"), part(5, 7)],
      ["a thousand zeros in front", range(`bytes=${"0".repeat(1000)}3-4`), part(3, 4)],
    ],
  ),
  ...table(
    {
      group,
      severity: "differs",
      section: "RFC 9110 §14.1",
      why: "The unit is written in capitals by some, and a list may hold nothing between its commas.",
    },
    [
      ["a range in capitals", range("BYTES=0-1"), part(0, 1)],
      ["a range in mixed letters", range("Bytes=2-3"), part(2, 3)],
      ["a range and an empty one", range("bytes=0-1,"), part(0, 1), { section: "RFC 9110 §5.6.1.2" }],
      ["an empty range and one", range("bytes=,4-5"), part(4, 5), { section: "RFC 9110 §5.6.1.2" }],
    ],
  ),
];
