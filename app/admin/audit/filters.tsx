import Form from "next/form";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { buttonLook } from "@/components/ui/button-look";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { targetTypes } from "@/lib/audit/record";
import type { AuditQuestion } from "@/lib/house/audit-log";
import { actInWords } from "../event-words";
import { knownActs } from "./act-words";
import { fieldsOf } from "./question";

/** What the log is asked for; the address holds it. */
export function Filters({ question }: { question: AuditQuestion }) {
  const fields = fieldsOf(question);
  return (
    <Form
      action=""
      role="search"
      className="mt-6 grid grid-cols-2 gap-x-6 gap-y-5 lg:grid-cols-3"
      key={JSON.stringify(fields)}
    >
      <Field name="actor" label="Who" optional hint="A name or an address; “house” for the house itself.">
        <Input type="search" defaultValue={fields.actor} required={false} />
      </Field>
      <Field name="act" label="Act" optional>
        <Select defaultValue={fields.act ?? ""} required={false}>
          <option value="">any</option>
          {knownActs.map((act) => (
            <option key={act} value={act}>
              {actInWords(act)}
            </option>
          ))}
        </Select>
      </Field>
      <Field name="type" label="Kind of thing" optional>
        <Select defaultValue={fields.type ?? ""} required={false}>
          <option value="">any</option>
          {targetTypes.map((type) => (
            <option key={type} value={type}>
              {type}
            </option>
          ))}
        </Select>
      </Field>
      <Field name="target" label="Which thing" optional hint="Part of its name, or its id.">
        <Input type="search" defaultValue={fields.target} required={false} />
      </Field>
      <Field name="from" label="From" optional>
        <Input type="date" defaultValue={fields.from} required={false} />
      </Field>
      <Field name="to" label="To" optional hint="Days of UTC.">
        <Input type="date" defaultValue={fields.to} required={false} />
      </Field>
      <div className="col-span-full flex flex-wrap gap-3">
        <Button type="submit" variant="secondary" size="small">
          Search
        </Button>
        {Object.keys(fields).length > 0 && (
          <Link href="/admin/audit" prefetch={false} className={buttonLook({ variant: "quiet", size: "small" })}>
            Everything
          </Link>
        )}
      </div>
    </Form>
  );
}
