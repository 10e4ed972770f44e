import { MoreHorizontal, Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Row, Section } from "./section";

const variants = ["primary", "signal", "secondary", "quiet", "danger"] as const;
const words = { primary: "Save", signal: "Publish now", secondary: "Preview", quiet: "Cancel", danger: "Delete" };

const feed = "https://example.com/night-signals/feed.xml";

export function Buttons() {
  return (
    <Section title="Buttons">
      {variants.map((variant) => (
        <Row key={variant}>
          <Button variant={variant}>{words[variant]}</Button>
          <Button variant={variant} busy>
            {words[variant]}
          </Button>
          <Button variant={variant} disabled>
            {words[variant]}
          </Button>
          <Button variant={variant} size="small">
            {words[variant]}
          </Button>
        </Row>
      ))}
      <Row>
        <Button>
          <Plus aria-hidden="true" />
          New episode
        </Button>
        <Button variant="quiet" size="icon" aria-label="More">
          <MoreHorizontal aria-hidden="true" />
        </Button>
        <Button variant="secondary" size="icon" aria-label="Add" disabled>
          <Plus aria-hidden="true" />
        </Button>
      </Row>
      <Row>
        <CopyButton value={feed} label="Copy feed address" />
        <CopyButton value={feed} label="Copy feed address" size="icon" variant="quiet" />
      </Row>
      <div className="max-w-72">
        <Button variant="signal">
          Schedule for Tuesday 6:00, Berlin, in 2 days and 4 hours, after the clocks change
        </Button>
      </div>
    </Section>
  );
}
