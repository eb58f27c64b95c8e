import * as z from "zod";
import { CallOut } from "./calls-out.ts";

/** An id or a number, as voice's RPC takes it. */
export const VoiceId = z.string();

export const VoiceIds = z.array(VoiceId);

/** As much of an `Actor` as voice keeps. `id` is null for the system. */
const Person = z.object({ id: z.string().max(100).nullable(), name: z.string().max(200) });
export type Person = z.infer<typeof Person>;

/** Voicemails and who listened to them. */
export const ListenedIds = z.tuple([VoiceIds, Person]);

/** An extension's id and its PIN; null: none. */
export const GreetingPinChange = z.tuple([VoiceId, z.nullable(VoiceId)]);

/** A call out and who places it. */
export const PlaceCallOut = z.tuple([CallOut, Person]);
