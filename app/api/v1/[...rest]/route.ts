import { DomainError } from "@/lib/platform/errors";
import { problem } from "@/lib/web/problems";

const nothing = (): Response =>
  problem(new DomainError("not-found", "The API has nothing at this address; docs/api.md lists what it has."));

export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT };
