/** How many people there are, each with one connection or several. */
export class HeadCount {
  private readonly connections = new Map<string, number>();

  get size(): number {
    return this.connections.size;
  }

  add(participantId: string): void {
    this.connections.set(participantId, (this.connections.get(participantId) ?? 0) + 1);
  }

  remove(participantId: string): void {
    const left = (this.connections.get(participantId) ?? 0) - 1;
    if (left > 0) this.connections.set(participantId, left);
    else this.connections.delete(participantId);
  }

  clear(): void {
    this.connections.clear();
  }
}
