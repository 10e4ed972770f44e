import type { Row } from "./row";

export const accountRows: Row[] = [];
