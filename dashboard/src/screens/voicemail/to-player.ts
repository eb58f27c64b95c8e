import type { Voicemail } from "@cloudpbx/contracts/api/voicemails";
import type { Player } from "../../parts/player/player.ts";
import { nameOrNumber } from "../../words/phone-numbers.ts";
import { isoDay } from "../../words/times.ts";
import { markHeard } from "./operations.ts";

export function toPlayer(one: Voicemail): Player {
	const digits = one.from?.replace(/\D/g, "") ?? "unknown";
	return {
		id: one.id,
		src: `/api/voicemails/${one.id}/audio`,
		title: `Voicemail from ${nameOrNumber({ number: one.from, contactName: one.contactName })}`,
		subtitle: one.extension === null ? "For the company" : `For extension ${one.extension}`,
		href: `/voicemail/${one.id}`,
		durationSeconds: one.durationSeconds,
		fileName: `voicemail-${isoDay(one.createdAt)}-${digits}.mp3`,
		onHeard: () => void markHeard(one),
	};
}
