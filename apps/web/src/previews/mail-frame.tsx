import { useEffect, useRef, useState } from 'react';

const FIRST_HEIGHT = 480;

/**
 * A mail as a mail program shows it, as tall as it is. The frame stays within our own address only so that its height can
 * be read: no script runs in it, and none of its links leads anywhere.
 */
export function MailFrame({ src, title }: { readonly src: string; readonly title: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(FIRST_HEIGHT);
  const measure = () => {
    const tall = frame.current?.contentDocument?.body?.offsetHeight ?? 0;
    if (tall > 0) setHeight(tall);
  };
  useEffect(() => {
    const shown = frame.current;
    if (!shown || !('ResizeObserver' in globalThis)) return;
    const watcher = new ResizeObserver(measure);
    watcher.observe(shown);
    return () => watcher.disconnect();
  }, []);
  return (
    <iframe
      ref={frame}
      className="fo-mail__page"
      sandbox="allow-same-origin"
      {...{ src, title, height }}
      onLoad={measure}
    />
  );
}
