import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { SortHeading, Table } from "@/components/ui/table";
import { Row, Section } from "./section";

const here = "/studio/_kit";
const episodes = [
  { title: "Carrier Lost", tone: "live", state: "Live", date: "22 Nov 2026", length: "42:10" },
  { title: "Atmospherics", tone: "waiting", state: "Scheduled", date: "Tue 6:00, Berlin", length: "1:12:05" },
  {
    title: "Everything that was said about the ionosphere before anybody had been there to see it",
    tone: "idle",
    state: "Draft",
    date: "",
    length: "",
  },
  { title: "Ground Wave", tone: "trouble", state: "Audio failed", date: "", length: "0:07" },
  { title: "First Light", tone: "done", state: "Taken down", date: "1 Jan 2026", length: "31:00" },
] as const;

export function Badges() {
  return (
    <Section title="States">
      <Row>
        {episodes.map(({ tone, state }) => (
          <span key={state} className="me-5">
            <Badge tone={tone}>{state}</Badge>
          </span>
        ))}
      </Row>
    </Section>
  );
}

export function Lists() {
  return (
    <Section title="Lists">
      <Table caption="Episodes">
        <Heads />
        <tbody>
          {episodes.map(({ title, tone, state, date, length }) => (
            <tr key={title}>
              <th scope="row">
                <a href={here} className="hover:text-signal">
                  {title}
                </a>
              </th>
              <td>
                <Badge tone={tone}>{state}</Badge>
              </td>
              <td className="whitespace-nowrap">{date}</td>
              <td className="text-end">{length}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <div aria-busy="true">
        <Table caption="Episodes on their way">
          <Heads />
          <tbody>
            {["w-2/3", "w-1/2", "w-3/5"].map((width) => (
              <tr key={width}>
                <td>
                  <Skeleton className={width} />
                </td>
                <td>
                  <Skeleton className="w-20" />
                </td>
                <td>
                  <Skeleton className="w-24" />
                </td>
                <td>
                  <Skeleton className="ms-auto w-12" />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      <EmptyState title="No episodes yet." action={<Button>New episode</Button>}>
        Drop an audio file anywhere, or begin with a title: both make a draft that nobody sees until you publish it.
      </EmptyState>
      <EmptyState title="Nothing fits “ionosfere”." action={<Button variant="secondary">Clear the search</Button>}>
        Titles, numbers and slugs were searched, in all states.
      </EmptyState>
      <EmptyState title="The list did not come." action={<Button variant="secondary">Try again</Button>}>
        The database did not answer. Nothing was lost; if it stays like this, tell whoever runs this house.
      </EmptyState>
    </Section>
  );
}

function Heads() {
  return (
    <thead>
      <tr>
        <SortHeading href={here} direction="ascending">
          Title
        </SortHeading>
        <th scope="col">State</th>
        <SortHeading href={here} direction="descending">
          Published
        </SortHeading>
        <SortHeading href={here} direction={null} numeric>
          Length
        </SortHeading>
      </tr>
    </thead>
  );
}
