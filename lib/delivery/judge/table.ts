import type { HttpCase } from "@/lib/delivery/judge/case";
import { conditionalCases } from "@/lib/delivery/judge/cases/conditionals";
import { corsCases } from "@/lib/delivery/judge/cases/cors";
import { headCases } from "@/lib/delivery/judge/cases/head";
import { headerCases } from "@/lib/delivery/judge/cases/headers";
import { ifRangeCases } from "@/lib/delivery/judge/cases/if-range";
import { rangeCases } from "@/lib/delivery/judge/cases/ranges";
import { refusalCases } from "@/lib/delivery/judge/cases/refusals";
import { suffixCases } from "@/lib/delivery/judge/cases/suffixes";
import { wholeCases } from "@/lib/delivery/judge/cases/whole";

/** What every URL of a podcast's file should answer: asked of both lanes and both stores by the tests, and of any URL by `check delivery`. */
export const httpCases: HttpCase[] = [
  ...wholeCases,
  ...rangeCases,
  ...suffixCases,
  ...refusalCases,
  ...conditionalCases,
  ...ifRangeCases,
  ...headCases,
  ...headerCases,
  ...corsCases,
];
