import { outlineOf } from "../domain/wave.ts";
import { askFile } from "./ask-file.ts";
import type { Resource } from "./resource.ts";

/** A sound that was fetched as a whole: how loud it is along its length, and where it can be played from. */
export interface Recording {
	/** Null when this browser cannot look into it. */
	peaks: number[] | null;
	blobUrl: string;
	seconds: number | null;
}

/** Rate at which sounds are looked into: enough for their outline. */
const sampleRate = 8000;

/** By its address. A sound never changes, so it is read once. */
export function recording(src: string): Resource<Recording> {
	return {
		key: src.replace("/api/", ""),
		async load(signal) {
			const { blob } = await askFile(src, { accept: "audio/*", signal });
			const blobUrl = URL.createObjectURL(blob);
			try {
				const context = new OfflineAudioContext(1, 1, sampleRate);
				const sound = await context.decodeAudioData(await blob.arrayBuffer());
				return { peaks: outlineOf(sound.getChannelData(0)), blobUrl, seconds: sound.duration };
			} catch {
				return { peaks: null, blobUrl, seconds: null };
			}
		},
	};
}
