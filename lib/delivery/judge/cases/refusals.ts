import { type HttpCase, range, table, unsatisfiable, whole } from "@/lib/delivery/judge/case";

const group = "refusals";
/** An invalid range may be ignored or refused (RFC 9110 §14.2). */
const orElse = [400, 416];
/** Several ranges may come as multipart/byteranges, be joined to one, or be refused. */
const several = { orElse: [206, 416] };

export const refusalCases: HttpCase[] = [
  ...table(
    {
      group,
      severity: "differs",
      section: "RFC 9110 §15.5.17",
      why: "A player whose file grew shorter must hear so; with the whole file instead it plays from the beginning.",
    },
    [
      ["what begins at the end", ({ size }) => range(`bytes=${size}-`), unsatisfiable],
      ["two bytes past the end", ({ size }) => range(`bytes=${size}-${size + 1}`), unsatisfiable],
      ["what begins far beyond the end", ({ size }) => range(`bytes=${size * 10}-`), unsatisfiable],
      ["what begins at a number of thirty digits", range(`bytes=${"9".repeat(30)}-`), unsatisfiable],
    ],
  ),
  ...table(
    {
      group,
      severity: "differs",
      section: "RFC 9110 §14.2",
      why: "What is no range is none: a guess at what was meant gives a player bytes that it did not ask for.",
    },
    [
      ["a range that runs backwards", range("bytes=5-2"), whole, { orElse }],
      [
        "a range that runs backwards by one in thirty digits",
        range(`bytes=${"1".repeat(30)}-${"1".repeat(29)}0`),
        whole,
        { orElse },
      ],
      ["letters", range("bytes=abc"), whole, { orElse }],
      ["a number", range("bytes=10"), whole, { orElse }],
      ["nothing of the file", range("bytes="), whole, { orElse }],
      ["a dash", range("bytes=-"), whole, { orElse }],
      ["a negative number", range("bytes=--1"), whole, { orElse }],
      ["half bytes", range("bytes=1.5-3"), whole, { orElse }],
      ["hexadecimal bytes", range("bytes=0x0-0x1"), whole, { orElse }],
      ["a range with a sign", range("bytes=+0-1"), whole, { orElse }],
      ["a range with three numbers", range("bytes=0-1-2"), whole, { orElse }],
      ["a range after a blank", range("bytes= 0-1"), whole, { orElse: [...orElse, 206] }],
      ["a range with a blank inside", range("bytes=0 - 1"), whole, { orElse: [...orElse, 206] }],
      ["a range with a colon", range("bytes: 0-1"), whole, { orElse }],
      ["a range without a unit", range("0-1"), whole, { orElse }],
      ["nothing but commas", range("bytes=,,,"), whole, { orElse }],
    ],
  ),
  ...table(
    {
      group,
      severity: "differs",
      section: "RFC 9110 §14.1.4",
      why: "A unit that a server does not know must be ignored, so that later ones can be tried.",
    },
    [
      ["the first items", range("items=0-1"), whole],
      ["the first seconds", range("seconds=0-30"), whole],
      ["a unit that begins like bytes", range("bytesize=0-1"), whole],
    ],
  ),
  ...table(
    {
      group,
      severity: "differs",
      section: "RFC 9110 §14.2",
      why: "Hardly a player asks for several ranges; a server that answers many of them can be worn out with one request.",
    },
    [
      ["two ranges", range("bytes=0-1,4-5"), whole, several],
      ["two ranges in the wrong order", range("bytes=4-5,0-1"), whole, several],
      ["a range and one beyond the end", ({ size }) => range(`bytes=0-1,${size * 9}-`), whole, several],
      ["two ranges beyond the end", ({ size }) => range(`bytes=${size * 9}-,${size * 10}-`), whole, several],
      ["three that overlap", range("bytes=0-,0-,0-"), whole, several],
      ["a thousand that overlap", range(`bytes=${"0-,".repeat(1000)}`), whole, { orElse: [206, 400, 413, 416, 431] }],
      [
        "five hundred small ones",
        range(`bytes=${Array.from({ length: 500 }, (_, at) => `${at * 2}-${at * 2}`).join(",")}`),
        whole,
        { orElse: [206, 400, 413, 416, 431] },
      ],
      ["a range and something else", range("bytes=0-1,x"), whole, { orElse: [206, 400, 416] }],
    ],
  ),
];
