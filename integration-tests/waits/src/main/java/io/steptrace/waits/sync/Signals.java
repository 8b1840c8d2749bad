package io.steptrace.waits.sync;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.enterprise.context.ApplicationScoped;

import io.steptrace.Step;

/** Steps that wait for another thread, which lets them go on a little later. */
@ApplicationScoped
public class Signals {

    private static final long DELAY_MS = 60;

    private final Executor later = CompletableFuture.delayedExecutor(DELAY_MS, TimeUnit.MILLISECONDS);
    private final Semaphore permits = new Semaphore(0);
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Object monitor = new Object();

    @Step("get_future")
    public String future() throws Exception {
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> "answer", later);
        return answer.get();
    }

    @Step("acquire_permit")
    public void semaphore() throws InterruptedException {
        later.execute(permits::release);
        permits.acquire();
    }

    @Step("await_condition")
    public void condition() throws InterruptedException {
        boolean[] isChanged = { false };
        lock.lock();
        try {
            later.execute(() -> change(isChanged));
            while (!isChanged[0]) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    @Step("wait_for_notify")
    public void monitor() throws InterruptedException {
        boolean[] isChanged = { false };
        synchronized (monitor) {
            later.execute(() -> changeAndNotify(isChanged));
            while (!isChanged[0]) {
                monitor.wait();
            }
        }
    }

    private void change(boolean[] isChanged) {
        lock.lock();
        try {
            isChanged[0] = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void changeAndNotify(boolean[] isChanged) {
        synchronized (monitor) {
            isChanged[0] = true;
            monitor.notifyAll();
        }
    }
}
