import { Gallery } from "../gallery/gallery.tsx";

const families = ["structure"];

export default function Structure() {
  return <Gallery families={families} />;
}
