import Form from "next/form";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

type Props = {
  label: string;
  value: string;
  /** what else the address says, kept */
  keep: Record<string, string>;
};

/** The search of a list; the address holds what is searched. */
export function SearchBox({ label, value, keep }: Props) {
  return (
    <Form action="" role="search" className="mt-6 flex w-full items-end gap-3 md:w-96">
      {Object.entries(keep).map(([name, kept]) => (
        <input key={name} type="hidden" name={name} value={kept} />
      ))}
      <Input key={value} type="search" name="q" aria-label={label} placeholder={label} defaultValue={value} />
      <Button type="submit" variant="secondary" size="small" className="shrink-0">
        Search
      </Button>
    </Form>
  );
}
