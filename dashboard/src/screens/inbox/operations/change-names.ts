import { handBackName, takeOverName, unreadName } from "./change-mode.ts";
import { closeName } from "./close.ts";

/** Action names whose refusals the conversation shows. Reading is not among them: it is retried silently. */
export const changeNames = [takeOverName, handBackName, closeName, unreadName];
