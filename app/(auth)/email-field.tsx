import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** `value` is what was typed before the server refused. */
export function EmailField({ error, value }: { error: string | undefined; value: string | undefined }) {
  return (
    <Field name="email" label="Email" error={error}>
      <Input
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        inputMode="email"
        spellCheck={false}
        defaultValue={value}
      />
    </Field>
  );
}
