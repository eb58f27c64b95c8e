import { Hono } from "hono";
import type { NetworkContext } from "../../context.ts";
import { readMp3, readWavFile } from "../../recordings/recording-sound.ts";
import { ResourceNotFound } from "../rest-error.ts";

export function recordingMediaRoutes(ctx: NetworkContext): Hono {
	return new Hono().get("/Media/:sid/:format{mp3|wav}", async (context) => {
		const { sid, format } = context.req.param();
		const recording = ctx.recordings.find(sid);
		const isMp3 = format === "mp3";
		const bytes = recording && (isMp3 ? await readMp3(ctx, recording) : readWavFile(ctx, recording));
		if (!bytes) throw new ResourceNotFound();
		return new Response(bytes, {
			headers: {
				"content-type": isMp3 ? "audio/mpeg" : "audio/x-wav",
				"content-length": String(bytes.length),
			},
		});
	});
}
