import type { PresenceFrame } from "@cloudpbx/contracts/news/live";
import type { Connection, Listener, Listeners } from "./listeners.ts";
import { describePresence, type Place, relax, stateIn } from "./presence.ts";

/** The people who look at conversations. Stored only in the sockets. */
export class PresenceRoom {
	readonly #listeners: Listeners;

	constructor(listeners: Listeners) {
		this.#listeners = listeners;
	}

	move({ socket, listener }: Connection, place: Place | null): void {
		const others = this.#listeners.all().filter((other) => other.socket !== socket);
		const { person } = listener;
		const places = [listener.place, place].flatMap((one) => one?.conversationId ?? []);
		const stateAt = (at: Place | null, conversationId: string) =>
			stateIn(
				[{ person, place: at }, ...others.map((other) => other.listener)],
				person?.id ?? "",
				conversationId,
			);
		this.#listeners.save(socket, { ...listener, place });
		if (person === null) return;
		for (const conversationId of new Set(places)) {
			const state = stateAt(place, conversationId);
			if (state === stateAt(listener.place, conversationId)) continue;
			this.#tell(others, { kind: "presence", conversationId, person, state });
		}
	}

	relaxDue(now: number): void {
		for (const connection of this.#listeners.all()) {
			const { place } = connection.listener;
			if (place?.until != null && place.until <= now) this.move(connection, relax(place));
		}
	}

	describeTo(newcomer: Listener): string[] {
		const attendances = this.#listeners.all().map(({ listener }) => listener);
		return describePresence(attendances)
			.filter((frame) => concerns(newcomer, frame))
			.map((frame) => JSON.stringify(frame));
	}

	#tell(others: readonly Connection[], frame: PresenceFrame): void {
		const text = JSON.stringify(frame);
		for (const { socket, listener } of others) {
			if (concerns(listener, frame)) this.#listeners.send(socket, text);
		}
	}
}

/** A person does not receive their own presence, in any window. */
function concerns({ topics, person }: Listener, frame: PresenceFrame): boolean {
	return topics.includes("messages") && person?.id !== frame.person.id;
}
