import { outlineOf } from "../domain/wave.ts";
import { changed } from "../state/store.ts";

/** By address; null while it is loaded or when it cannot be drawn. */
const peaksBySource = new Map<string, number[] | null>();

/** For views, while they draw: a sound's outline. Asked for the first time, the sound is fetched; null until then. */
export function usePeaks(src: string): number[] | null {
	const known = peaksBySource.get(src);
	if (known !== undefined) return known;
	peaksBySource.set(src, null);
	void loadPeaks(src).catch(() => undefined);
	return null;
}

/** What cannot be decoded keeps its plain line. */
async function loadPeaks(src: string): Promise<void> {
	const response = await fetch(src);
	if (!response.ok) return;
	const context = new OfflineAudioContext(1, 1, 8000);
	const sound = await context.decodeAudioData(await response.arrayBuffer());
	peaksBySource.set(src, outlineOf(sound.getChannelData(0)));
	changed();
}
