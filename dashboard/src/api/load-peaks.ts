import { outlineOf } from "../domain/wave.ts";

/** By address; null while it is loaded or when it cannot be drawn. */
const peaksBySource = new Map<string, number[] | null>();

export function peaksOf(src: string): number[] | null {
	return peaksBySource.get(src) ?? null;
}

/** Fetches the sound once and keeps its outline. */
export async function loadPeaks(src: string): Promise<void> {
	if (peaksBySource.has(src)) return;
	peaksBySource.set(src, null);
	const response = await fetch(src);
	if (!response.ok) return;
	const context = new OfflineAudioContext(1, 1, 8000);
	const sound = await context.decodeAudioData(await response.arrayBuffer());
	peaksBySource.set(src, outlineOf(sound.getChannelData(0)));
}
