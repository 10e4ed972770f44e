import type { Row } from "./row";

export const showScreenRows: Row[] = [];
