/** Gives each reference its place among the members, in order of first attendance and, on one day, of reference. */
export class Slots {
  private readonly slotOf = new Map<string, number>();

  of(attendees: readonly string[]): number[] {
    const slots: number[] = [];
    const unknown: string[] = [];
    for (const reference of attendees) {
      const slot = this.slotOf.get(reference);
      if (slot === undefined) unknown.push(reference);
      else slots.push(slot);
    }
    for (const reference of unknown.sort()) {
      if (this.slotOf.has(reference)) continue;
      slots.push(this.slotOf.size);
      this.slotOf.set(reference, this.slotOf.size);
    }
    return slots;
  }

  get references(): readonly string[] {
    return [...this.slotOf.keys()];
  }
}
