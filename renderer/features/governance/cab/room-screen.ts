/**
 * Opens the screen of the room in a window of its own, which can lie on another monitor and follows
 * by itself. Where the host lets no second window open, it takes the place of this one.
 */
export function openRoomScreen(meetingId: string, inPlace: () => void): void {
  const address = new URL(`#/cab/${meetingId}/present`, window.location.href).href;
  const opened = window.open(address, `${roomName}${meetingId}`, 'popup,width=1280,height=800');
  if (opened === null) inPlace();
  else opened.focus();
}

/** Leaves the screen of the room: its own window closes, one whose place it took goes back. */
export function leaveRoomScreen(goBack: () => void): void {
  if (window.name.startsWith(roomName)) window.close();
  else goBack();
}

/** By its name the window that was opened for a room is found again, and knows itself. */
const roomName = 'slipway-room-';
