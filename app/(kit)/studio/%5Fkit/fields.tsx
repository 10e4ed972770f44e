import { Checkbox } from "@/components/ui/checkbox";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import { Section } from "./section";

const long =
  "https://example.com/a-show-with-a-name-that-nobody-will-type/a-season/an-episode-whose-slug-was-made-from-a-long-title";
const problem = { sentence: "Some fields need a look.", errors: { broken: "Somebody has this address already." } };

const reason = "Say why: the owner reads it.";
const single = { sentence: reason, errors: { reason } };

export function Fields() {
  return (
    <Section title="Fields">
      <ErrorSummary problem={problem} />
      <ErrorSummary problem={single} />
      <div className="grid gap-x-12 gap-y-9 md:grid-cols-2">
        <Field name="empty" label="Title" hint="As it will stand in the apps.">
          <Input placeholder="Untitled" />
        </Field>
        <Field name="broken" label="Slug" error={problem.errors.broken} hint="Letters, digits and hyphens.">
          <Input defaultValue="night-signals" />
        </Field>
        <Field name="disabled" label="Owner">
          <Input defaultValue="mara@example.com" disabled />
        </Field>
        <Field name="fixed" label="Feed address">
          <Input defaultValue={long} readOnly />
        </Field>
        <Field name="language" label="Language">
          <Select defaultValue="de">
            <option value="en">English</option>
            <option value="de">German</option>
            <option value="long">A language whose name is so long that it cannot be shown whole on a phone</option>
          </Select>
        </Field>
        <Field name="category" label="Category" error="Choose one, so that people find the show.">
          <Select defaultValue="">
            <option value="" disabled>
              Choose
            </option>
            <option>History</option>
          </Select>
        </Field>
        <Field name="plan" label="Plan">
          <Select disabled>
            <option>House</option>
          </Select>
        </Field>
        <Field name="notes" label="Notes" optional>
          <Textarea defaultValue={"What is heard, by whom, and when.\nThe field grows with its words."} />
        </Field>
        <Field name="reason" label="Reason" error={reason}>
          <Textarea rows={3} />
        </Field>
        <Field name="closed-notes" label="Notes of another">
          <Textarea defaultValue="Editors of the workspace change them." disabled />
        </Field>
      </div>
    </Section>
  );
}

export function Choices() {
  return (
    <Section title="Choices">
      <div className="grid gap-x-12 gap-y-4 md:grid-cols-2">
        <div>
          <Checkbox name="explicit" label="Explicit" hint="Strong language or topics that are not for children." />
          <Checkbox name="complete" label="The show is complete" defaultChecked />
          <Checkbox name="locked" label="Locked by the plan" disabled />
          <Checkbox name="locked-on" label="Locked, ticked" disabled defaultChecked />
        </div>
        <div>
          <Switch label="Show transcripts" hint="On the page and in apps that know them." />
          <Switch label="Tell me by mail" defaultChecked />
          <Switch label="Locked by the house" disabled />
          <Switch label="Locked, on" disabled defaultChecked />
        </div>
      </div>
    </Section>
  );
}
