import type { Row } from "./row";

export const adminPeopleRows: Row[] = [];
