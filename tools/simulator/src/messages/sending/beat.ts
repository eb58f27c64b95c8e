import type { MessageContext } from "../message-context.ts";

/** Real time between two beats. Texts of one beat share a turn of the event loop and a write to the disk. */
const pauseMilliseconds = 20;

export async function untilBeat(ctx: MessageContext, dueMilliseconds: number): Promise<void> {
	const { clock, beats } = ctx;
	const beatMilliseconds = pauseMilliseconds * clock.speed;
	const beat = Math.ceil(dueMilliseconds / beatMilliseconds) * beatMilliseconds;
	const known = beats.get(beat);
	if (known) return await known;
	const wait = clock.sleep(Math.max(0, beat - clock.now())).finally(() => beats.delete(beat));
	beats.set(beat, wait);
	await wait;
}
