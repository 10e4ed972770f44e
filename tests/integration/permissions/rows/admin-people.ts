import { desk, type Row } from "./row";

export const adminPeopleRows: Row[] = [desk("", "PAGE")];
