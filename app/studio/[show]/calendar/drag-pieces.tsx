"use client";

import {
  DndContext,
  type DragEndEvent,
  MouseSensor,
  TouchSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { classes } from "@/components/ui/classes";
import type { Pieces } from "./month-grid";

// Dragging is for pointers; by keyboard the Move button of each entry does the same.
const Shell: Pieces["Shell"] = ({ onDrop, children }) => {
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
  );
  const end = ({ active, over }: DragEndEvent) => over && onDrop(String(active.id), String(over.id));
  return (
    <DndContext sensors={sensors} onDragEnd={end} accessibility={{ screenReaderInstructions: { draggable: "" } }}>
      {children}
    </DndContext>
  );
};

/** A day that has passed takes the drop too, to be told why it does not count. */
const Day: Pieces["Day"] = ({ date, isPast, className, children }) => {
  const { setNodeRef, isOver } = useDroppable({ id: date });
  return (
    <td
      ref={setNodeRef}
      className={classes(
        className,
        isOver && (isPast ? "cursor-not-allowed" : "bg-wash outline-1 -outline-offset-1 outline-ink"),
      )}
    >
      {children}
    </td>
  );
};

const Entry: Pieces["Entry"] = ({ entry, children }) => {
  const disabled = entry.state !== "scheduled";
  const { setNodeRef, listeners, transform, isDragging } = useDraggable({ id: entry.id, disabled });
  const style = transform ? { translate: `${transform.x}px ${transform.y}px` } : undefined;
  return (
    <div
      ref={setNodeRef}
      {...listeners}
      style={style}
      className={classes(
        !disabled && "cursor-grab touch-manipulation",
        // What has been dragged must not be followed as a link when it is let go.
        isDragging && "lift pointer-events-none relative z-10 rounded-md bg-sheet p-1.5",
      )}
    >
      {children}
    </div>
  );
};

export const dragPieces: Pieces = { Shell, Day, Entry };
