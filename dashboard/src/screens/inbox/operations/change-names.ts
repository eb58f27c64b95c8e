import { handBackName, takeOverName, unreadName } from "./change-mode.ts";
import { closeName } from "./close.ts";

/** Under these names stands why something that was asked of a conversation was refused. Reading is asked by nobody: it is tried again. */
export const changeNames = [takeOverName, handBackName, closeName, unreadName];
