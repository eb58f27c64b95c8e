import { outlineOf } from "../domain/wave.ts";
import { askFile } from "./ask-file.ts";
import type { Resource } from "./resource.ts";

export interface Recording {
	/** Null when this browser cannot decode it. */
	peaks: number[] | null;
	blobUrl: string;
	seconds: number | null;
}

const sampleRate = 8000;

/** A sound never changes at its address, so it is read once. */
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
