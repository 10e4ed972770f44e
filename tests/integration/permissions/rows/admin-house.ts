import type { Row } from "./row";

export const adminHouseRows: Row[] = [];
